/** What is written in documents, and where: values that readers make and that screening and masking work on. */
package conclave.document.text;
