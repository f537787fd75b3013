package dev.aisle.campaign.delivery.audiences;

import dev.aisle.campaign.delivery.audiences.AudienceExport.State;
import dev.aisle.campaign.delivery.audiences.AudienceRepository.Gone;
import dev.aisle.campaign.delivery.audiences.AudienceRepository.Member;
import dev.aisle.campaign.delivery.channels.AdIdentifiers;
import dev.aisle.campaign.delivery.channels.AdIdentifiers.AdIdentifier;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The lines of an export. Who joins is kept as a member before the line goes; who left is forgotten when the whole file has gone. */
@Singleton
class AudienceLines {
    private final AdIdentifiers identifiers;
    private final AudienceRepository audiences;
    private final PersonRepository people;
    private final Transactions transactions;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    AudienceLines(
            AdIdentifiers identifiers,
            AudienceRepository audiences,
            PersonRepository people,
            Transactions transactions,
            AuditTrail auditTrail,
            InstantSource clock) {
        this.identifiers = identifiers;
        this.audiences = audiences;
        this.people = people;
        this.transactions = transactions;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The digests of those of these people who have one. */
    Map<String, AdIdentifier> digests(List<String> batch, String campaign) throws IOException {
        return identifiers.joining(batch, campaign);
    }

    /** Keeps people as members; the lines of those who weren't erased meanwhile. */
    List<AudienceLine> join(AudienceExport export, Map<String, AdIdentifier> digests) {
        Map<String, UUID> ids = transactions.call(connection -> {
            Map<String, UUID> alive = new HashMap<>();
            people.lock(digests.keySet())
                    .keySet()
                    .forEach(person ->
                            alive.put(person, identifier(digests, person).disclosure()));
            return alive.isEmpty() ? Map.of() : audiences.join(connection, export, alive, clock.instant());
        });
        return ids.entrySet().stream()
                .map(one -> new AudienceLine(
                        true, one.getValue(), identifier(digests, one.getKey()).digest()))
                .toList();
    }

    private static AdIdentifier identifier(Map<String, AdIdentifier> digests, String person) {
        return Objects.requireNonNull(digests.get(person));
    }

    /** Those on the list who aren't any more, by pseudonym. */
    List<Member> leaving(AudienceExport export, String after) {
        return transactions.call(connection -> audiences.leaving(connection, export, after, AudienceWalk.BATCH));
    }

    /**
     * The lines of ids that leave the list, at most a batch of them. The key is the last whole file: until another one has gone, a file
     * that broke off is written again with the same digests.
     */
    List<AudienceLine> leave(AudienceExport export, List<Gone> gone) throws IOException {
        List<UUID> disclosures =
                gone.stream().map(Gone::disclosure).filter(Objects::nonNull).toList();
        Map<UUID, String> digests = disclosures.isEmpty()
                ? Map.of()
                : identifiers.leaving(disclosures, export.campaign(), "since-" + lastCompleted(export));
        return gone.stream()
                .map(one -> new AudienceLine(
                        false, one.externalId(), one.disclosure() == null ? null : digests.get(one.disclosure())))
                .toList();
    }

    private String lastCompleted(AudienceExport export) {
        return transactions
                .call(connection -> audiences.lastCompleted(connection, export.campaign()))
                .map(UUID::toString)
                .orElse("the-beginning");
    }

    /** The ids of people on the list who were erased. */
    List<Gone> erased(AudienceExport export) {
        return transactions.call(connection -> audiences.erased(connection, export));
    }

    void completed(AudienceExport export, long joined, long gone, Collection<UUID> erased) {
        transactions.call(connection -> {
            audiences.complete(connection, export, erased);
            audiences.settle(connection, ended(export, State.COMPLETED, joined, gone));
            tell(ended(export, State.COMPLETED, joined, gone));
            return true;
        });
    }

    void broken(AudienceExport export) {
        transactions.call(connection -> {
            audiences.settle(connection, ended(export, State.BROKEN, 0, 0));
            tell(ended(export, State.BROKEN, 0, 0));
            return true;
        });
    }

    /** Tells the audit log in the caller's transaction where an export stands. */
    void tell(AudienceExport export) {
        auditTrail.record(
                "audience.exported",
                export.by(),
                Map.of(
                        "campaign", export.campaign(),
                        "version", Integer.toString(export.version()),
                        "export", export.id().toString(),
                        "state", export.state().code(),
                        "joined", Long.toString(export.joined()),
                        "gone", Long.toString(export.gone())));
    }

    private AudienceExport ended(AudienceExport export, State state, long joined, long gone) {
        Instant now = clock.instant();
        return new AudienceExport(
                export.id(),
                export.campaign(),
                export.version(),
                state,
                joined,
                gone,
                export.by(),
                export.startedAt(),
                now);
    }
}
