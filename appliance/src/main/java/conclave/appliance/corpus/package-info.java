/** Pages with known answers: which identifier stands where, on certificates, forms, letters and lists, clean and as bad scans. */
package conclave.appliance.corpus;
