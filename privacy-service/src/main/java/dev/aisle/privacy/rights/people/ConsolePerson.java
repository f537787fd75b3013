package dev.aisle.privacy.rights.people;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Decision;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.consent.versions.Statement;
import dev.aisle.privacy.consent.versions.StatementNames;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as an officer sees one: by pseudonym, without a name or an address.
 *
 * @param uses what the person's data may be used for now, with the reason
 * @param history the changes, the newest first
 * @param older whether there are more changes than are shown
 * @param held until when a legal hold stands; {@code null}: none
 * @param kept what is kept whatever is refused
 */
record ConsolePerson(
        String pseudonym,
        ConsentSnapshot now,
        List<Use> uses,
        List<Change> history,
        boolean older,
        @Nullable Instant held,
        List<Kept> kept) {
    /** The key of the age band. */
    public String ageKey() {
        return now.circumstances().ageBand() == null
                ? "privacy_age_unknown"
                : "privacy_age_" + now.circumstances().ageBand().wireName();
    }

    /** Where a yes is taken back. */
    public String withdrawals() {
        return path() + "/withdrawals";
    }

    /** Where the vault is opened. */
    public String vault() {
        return path() + "/vault";
    }

    /** Where the receipt is. */
    public String receipt() {
        return path() + "/receipt";
    }

    private String path() {
        return PrivacyTabs.Page.PEOPLE.path() + "/" + pseudonym;
    }

    /** The data that a service keeps for one reason. */
    record Kept(Stay stay) {
        /** What it is, in the words of the data map. */
        public String sections() {
            return String.join(", ", stay.sections());
        }

        public String whyKey() {
            return "privacy_stays_" + stay.why().replace('-', '_');
        }

        public List<String> purposeKeys() {
            return stay.purposes().stream().map(Use::purposeKey).toList();
        }
    }

    /** A purpose, what the person said and what follows. */
    record Use(String purpose, @Nullable Statement said, Instant at, Decision decision) {
        public String purposeKey() {
            return purposeKey(purpose);
        }

        static String purposeKey(String purpose) {
            return "privacy_purpose_" + purpose;
        }

        public String saidKey() {
            return StatementNames.statusKey(said == null ? ExplicitStatus.NONE : said.statusAt(at));
        }

        public String reasonKey() {
            return "privacy_reason_" + decision.decision().reason().wireName();
        }

        public boolean allowed() {
            return decision.decision().allowed();
        }

        /** Whether there is something to take back for the person: a yes, or a silence that allows. */
        public boolean withdrawable() {
            boolean yes = said != null && said.grants();
            return decision.purpose() != Purpose.NECESSARY && (yes || allowed());
        }
    }

    /** One change: what is different from the version before. */
    record Change(HistoryEntry entry, List<Difference> differences) {
        public long version() {
            return entry.snapshot().version();
        }
    }

    /** What was said anew in a version. */
    record Difference(String purposeKey, String statusKey, String tone) {}

    static String tone(ExplicitStatus status) {
        return switch (status) {
            case GRANT, GRANT_PARENTAL, GRANT_DESPITE_GPC -> "good";
            case DENY, WITHDRAWN -> "bad";
            case EXPIRED -> "warn";
            case NONE -> "";
        };
    }

    /** The changes of a history that is oldest first; newest first. */
    static List<Change> changes(List<HistoryEntry> history) {
        List<Change> changes = new ArrayList<>();
        ConsentSnapshot before = ConsentSnapshot.NONE;
        for (HistoryEntry entry : history) {
            changes.add(new Change(entry, differences(before, entry.snapshot())));
            before = entry.snapshot();
        }
        return changes.reversed();
    }

    private static List<Difference> differences(ConsentSnapshot before, ConsentSnapshot after) {
        List<Difference> differences = new ArrayList<>();
        after.statements().forEach((purpose, said) -> {
            Statement earlier = before.statements().get(purpose);
            if (earlier == null || earlier.status() != said.status()) {
                differences.add(new Difference(
                        Use.purposeKey(purpose.wireName()),
                        StatementNames.statusKey(said.status()),
                        tone(said.status())));
            }
        });
        return differences;
    }
}
