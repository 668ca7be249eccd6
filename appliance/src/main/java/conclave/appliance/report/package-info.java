/** Forms on demand: from a result or a node's folder, with names where somebody may know them. */
package conclave.appliance.report;
