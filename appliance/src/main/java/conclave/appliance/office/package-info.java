/** What an office does before a meeting: templates to fill in, and what was filled in gathered into a meeting folder. */
package conclave.appliance.office;
