package conclave.appliance.sample;

import conclave.exchange.MeetingFile.Applicant;

/** An invented person: the form that was filled in, and the career that the documents show. */
record Candidate(Applicant person, Career facts) {
}
