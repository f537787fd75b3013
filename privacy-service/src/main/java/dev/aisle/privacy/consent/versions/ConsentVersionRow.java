package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Purpose;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of a subject's consent. Written once. */
@Entity
@Immutable
@Table(name = "consent_version")
public class ConsentVersionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String pseudonym;
    long version;
    Instant changedAt;
    String jurisdiction;

    @Nullable
    String ageBand;

    String noticeVersion;
    boolean gpc;
    String method;
    UUID receiptId;

    @Nullable
    String tcfPurposes;

    @Nullable
    Instant tcfUntil;

    @Nullable
    String gpp;

    @Nullable
    String knownAgeBand;

    String earlierJurisdictions;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "consent_statement", joinColumns = @JoinColumn(name = "version_id"))
    @MapKeyColumn(name = "purpose")
    @BatchSize(size = 100)
    @Immutable
    Map<String, StatementColumns> statements = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected ConsentVersionRow() {}

    /** A new version. */
    public ConsentVersionRow(String pseudonym, HistoryEntry entry) {
        ConsentSnapshot snapshot = entry.snapshot();
        Circumstances circumstances = snapshot.circumstances();
        this.pseudonym = pseudonym;
        this.version = snapshot.version();
        this.changedAt = snapshot.changedAt();
        this.jurisdiction = circumstances.jurisdiction();
        this.ageBand =
                circumstances.ageBand() == null ? null : circumstances.ageBand().wireName();
        this.noticeVersion = circumstances.noticeVersion();
        this.gpc = circumstances.gpc();
        this.method = entry.method();
        this.receiptId = entry.receiptId();
        this.tcfPurposes = SignalColumns.tcf(circumstances.signals());
        this.tcfUntil = SignalColumns.tcfUntil(circumstances.signals());
        this.gpp = SignalColumns.gpp(circumstances.signals());
        this.knownAgeBand = SignalColumns.knownAge(circumstances.signals());
        this.earlierJurisdictions = String.join(" ", circumstances.earlierJurisdictions());
        snapshot.statements()
                .forEach((purpose, statement) -> statements.put(purpose.wireName(), new StatementColumns(statement)));
    }

    /** What it says. */
    public HistoryEntry toEntry() {
        AgeBand band = ageBand == null ? null : AgeBand.ofWireName(ageBand);
        Map<Purpose, Statement> said = new EnumMap<>(Purpose.class);
        statements.forEach((name, columns) ->
                Purpose.ofWireName(name).ifPresent(purpose -> said.put(purpose, columns.toStatement())));
        Circumstances circumstances = new Circumstances(
                jurisdiction,
                band,
                noticeVersion,
                gpc,
                SignalColumns.read(tcfPurposes, tcfUntil, gpp, knownAgeBand),
                SignalColumns.words(earlierJurisdictions));
        ConsentSnapshot snapshot = new ConsentSnapshot(version, circumstances, said, changedAt);
        return new HistoryEntry(snapshot, method, receiptId);
    }
}
