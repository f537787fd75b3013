package dev.aisle.privacy.vault.disclosures;

import dev.aisle.platform.export.SubjectExport.Field;
import dev.aisle.platform.export.SubjectExport.Section;
import dev.aisle.privacy.vault.disclosures.DisclosureRepository.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a person for which campaigns an ad platform was given a digest of the address, and since when it is taken back. */
@ApplicationScoped
public class ExportDisclosures {
    private static final List<String> PURPOSES = List.of("ads_targeted");

    private final DisclosureRepository entries;

    ExportDisclosures(DisclosureRepository entries) {
        this.entries = entries;
    }

    /** Returns the disclosures of a person; never a digest. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Section of(String pseudonym) {
        return new Section(
                "ad disclosures",
                "disclosed to an ad platform, as the person allowed",
                "P13M; what an ad platform still has to remove outlives an erasure, without the person",
                true,
                List.of(
                        new Field("campaign", PURPOSES),
                        new Field("disclosedAt", PURPOSES),
                        new Field("takenBackAt", PURPOSES)),
                entries.of(pseudonym).stream().map(ExportDisclosures::record).toList());
    }

    private static Map<String, Object> record(Told told) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("campaign", told.campaign());
        record.put("disclosedAt", told.disclosedAt().toString());
        if (told.leftAt() != null) {
            record.put("takenBackAt", told.leftAt().toString());
        }
        return record;
    }
}
