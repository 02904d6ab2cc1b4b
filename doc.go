// Package thidua holds the vocabulary and the rules of an emulation movement (phong trào thi đua): what one could tell an official
// without a computer. It does no input or output, speaks no Vietnamese sentences and imports the standard library only.
package thidua
