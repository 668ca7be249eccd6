/** Forms on paper (PDF) and as workbooks (XLSX). Equal forms make equal bytes on machines with the same fonts and the same program. */
package conclave.report.print;
