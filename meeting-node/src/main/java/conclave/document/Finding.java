package conclave.document;

import conclave.document.render.Trouble;

/**
 * Something a person has to look at.
 *
 * @param page counted from 1; 0 when it is about the file
 */
public record Finding(DocumentId document, int page, Trouble trouble) {
}
