/** Plans of meetings that exist on paper only. */
package conclave.appliance.plan;
