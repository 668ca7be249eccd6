/** How fast a real node is: {@code scripts/bench CASE}. What it costs and what it is compared with is measured in the same run. */
package conclave.appliance.bench;
