/**
 * 扫描件识别：reading what stands on scanned pages. A page picture goes in; texts with places and the reasons why a person must
 * look at the page come out. Tesseract reads, in a process of its own for each page; everything else is arithmetic.
 */
package conclave.document.ocr;
