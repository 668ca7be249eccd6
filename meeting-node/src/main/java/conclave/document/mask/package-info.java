/** 遮盖：which places of a page are painted over before anybody draws it for an expert. Pure: places in, places out. */
package conclave.document.mask;
