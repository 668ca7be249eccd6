package conclave.exchange.workbook;

import conclave.meeting.rule.sheet.Inputs;

/** Somebody a sheet is tried on. */
public record Applicant(String code, Inputs inputs) {
}
