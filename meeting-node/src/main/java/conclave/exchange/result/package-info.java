/** What leaves with a meeting: worked out from its evidence and nothing else, so that anybody can work it out again. */
package conclave.exchange.result;
