/** 识别：what in a text says who somebody is. Pure functions from text and a person's dictionary to hits. */
package conclave.document.screen;
