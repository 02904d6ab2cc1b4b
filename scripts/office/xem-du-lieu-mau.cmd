@echo off
chcp 65001 >nul
"%~dp0thidua.exe" demo --data "%~dp0thidua-demo"
pause
