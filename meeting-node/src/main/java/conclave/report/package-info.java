/** Forms: a meeting that was held, turned into tables that people read, sign and send on. Values only; {@code report.print} puts them on paper. */
package conclave.report;
