/**
 * The office's real files: workbooks as they come and folders of scans named freely, gathered into a meeting folder; and results out
 * in the platform's own columns. Everything that is not clear is a finding that names the cell or the file; nothing is guessed.
 */
package conclave.exchange.office;
