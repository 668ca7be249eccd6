/** {@code conclave plan}: conflicts, groups and lead reviewers of a meeting that is about to be brought in, without a server. */
package conclave.appliance.plan;
