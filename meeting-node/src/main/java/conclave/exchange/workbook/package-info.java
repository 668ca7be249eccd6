/**
 * Score sheets and facts as Excel workbooks: what offices fill in, looked through cell by cell. Only {@link conclave.exchange.workbook.Xlsx}
 * and the writers know the library; everything between works on plain cells.
 */
package conclave.exchange.workbook;
