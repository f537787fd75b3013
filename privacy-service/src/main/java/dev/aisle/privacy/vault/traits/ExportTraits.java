package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.DataMap.Place;
import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the vault keeps, for the person: the values only in the moment in which an archive is handed over, and that is audited. */
@ApplicationScoped
public class ExportTraits {
    private static final String TABLE = "vault_trait";

    private final SealedTraits traits;
    private final VaultAudit audit;
    private final Place place;

    ExportTraits(
            SealedTraits traits, VaultAudit audit, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.traits = traits;
        this.audit = audit;
        this.place = DataMap.tablesOf(service).stream()
                .filter(one -> one.holding().getTable().equals(TABLE))
                .findFirst()
                .orElseThrow();
    }

    /** Which fields are kept, without a value: for whoever keeps the answer or shows it. */
    @Transactional
    public Section names(Pseudonym subject) {
        List<Map<String, Object>> records = traits.read(subject).values().keySet().stream()
                .map(field -> Map.<String, Object>of("field", field.wireName()))
                .toList();
        return section(List.of(new Field("field", purposes())), records);
    }

    /** The values, for an archive that leaves in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Section values(Pseudonym subject, String reason) {
        audit.record("vault.read", "export", Map.of("subject", subject.value(), "reason", reason));
        Map<String, Object> named = traits.read(subject).named();
        List<Field> fields = Arrays.stream(VaultField.values())
                .map(field -> new Field(field.wireName(), purposes()))
                .toList();
        return section(fields, named.isEmpty() ? List.of() : List.of(named));
    }

    private List<String> purposes() {
        return place.holding().getKeptForList().stream()
                .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Section section(List<Field> fields, List<Map<String, Object>> records) {
        return new Section(
                place.holding().getSection(),
                place.holding().getSource(),
                "until the person is erased",
                true,
                fields,
                records);
    }
}
