@echo off
chcp 65001 >nul
"%~dp0thidua.exe" start --network
pause
