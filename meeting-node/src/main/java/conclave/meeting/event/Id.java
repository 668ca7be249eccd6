package conclave.meeting.event;

/** Opaque random names with a type prefix. Never sequential, never made from anything about a person. */
public sealed interface Id extends Comparable<Id> {

    String value();

    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }

    /** A rehearsal says so in its very name, which stands in every line of its record and can never be changed. */
    record MeetingId(String value) implements Id {
        public MeetingId {
            if (!value.startsWith("reh_")) check("mtg_", value);
            else check("reh_", value);
        }

        public boolean rehearsal() {
            return value.startsWith("reh_");
        }
    }

    record ImportId(String value) implements Id {
        public ImportId {
            check("imp_", value);
        }
    }

    record RoomId(String value) implements Id {
        public RoomId {
            check("rm_", value);
        }
    }

    record PersonId(String value) implements Id {
        /** Who acts when nobody does: the import, the timers. */
        public static final PersonId HOUSE = new PersonId("per_00000000");

        public PersonId {
            check("per_", value);
        }
    }

    record ApplicantId(String value) implements Id {
        public ApplicantId {
            check("apl_", value);
        }
    }

    record DocumentId(String value) implements Id {
        public DocumentId {
            check("doc_", value);
        }
    }

    record AmendmentId(String value) implements Id {
        public AmendmentId {
            check("amd_", value);
        }
    }

    record SittingId(String value) implements Id {
        public SittingId {
            check("sit_", value);
        }
    }

    record RoundId(String value) implements Id {
        public RoundId {
            check("rnd_", value);
        }
    }

    private static void check(String prefix, String value) {
        if (!value.startsWith(prefix) || value.length() < prefix.length() + 8 || value.length() > 48) {
            throw new IllegalArgumentException("not an id of the kind " + prefix);
        }
        for (int i = prefix.length(); i < value.length(); i++) {
            var c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                throw new IllegalArgumentException("not an id of the kind " + prefix);
            }
        }
    }
}
