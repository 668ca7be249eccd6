/** 备页间: what an office prepares days before a meeting: documents screened and drawn, by one machine or several, to travel in the package. */
package conclave.workshop;
