package dev.aisle.privacy.rights.export;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.vault.disclosures.ExportDisclosures;
import dev.aisle.privacy.vault.traits.ExportTraits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service itself knows of a person: what was allowed and refused, which addresses are kept, and to which ad campaigns one was disclosed. */
@ApplicationScoped
class OwnExport {
    private static final int MOST = 100_000;
    private static final List<String> PURPOSES = List.of("necessary");

    private final ConsentRepository consents;
    private final ExportTraits exportTraits;
    private final ExportDisclosures exportDisclosures;
    private final String service;

    OwnExport(
            ConsentRepository consents,
            ExportTraits exportTraits,
            ExportDisclosures exportDisclosures,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.consents = consents;
        this.exportTraits = exportTraits;
        this.exportDisclosures = exportDisclosures;
        this.service = service;
    }

    /** It, as of now; of addresses the names of the fields only, since answers are kept until they are fetched. */
    @Transactional
    SubjectExport of(String pseudonym) {
        List<HistoryEntry> history = consents.history(pseudonym, 0, MOST);
        return new SubjectExport(
                service,
                List.of(
                        new Section(
                                "consents",
                                "the person's own words",
                                "until the person is erased",
                                history.size() < MOST,
                                List.of(
                                        new Field("version", PURPOSES),
                                        new Field("changedAt", PURPOSES),
                                        new Field("jurisdiction", PURPOSES),
                                        new Field("ageBand", PURPOSES),
                                        new Field("noticeVersion", PURPOSES),
                                        new Field("globalPrivacyControl", PURPOSES),
                                        new Field("method", PURPOSES),
                                        new Field("decisions", PURPOSES)),
                                history.stream().map(OwnExport::record).toList()),
                        exportTraits.names(new Pseudonym(pseudonym)),
                        exportDisclosures.of(pseudonym)));
    }

    private static Map<String, Object> record(HistoryEntry entry) {
        var snapshot = entry.snapshot();
        AgeBand ageBand = snapshot.circumstances().ageBand();
        Map<String, String> decisions = new LinkedHashMap<>();
        snapshot.statements()
                .forEach((purpose, said) ->
                        decisions.put(purpose.wireName(), said.status().wireName()));
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("version", snapshot.version());
        record.put("changedAt", snapshot.changedAt().toString());
        record.put("jurisdiction", snapshot.circumstances().jurisdiction());
        record.put("ageBand", ageBand == null ? "" : ageBand.wireName());
        record.put("noticeVersion", snapshot.circumstances().noticeVersion());
        record.put("globalPrivacyControl", snapshot.circumstances().gpc());
        record.put("method", entry.method());
        record.put("decisions", decisions.toString());
        return record;
    }
}
