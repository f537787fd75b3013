package dev.aisle.algorithms.privacy.signals;

import com.iab.gpp.encoder.GppModel;
import java.util.List;

/** Reads the sections for the United States: national, of a state, and the older USPrivacy string. */
final class UsSections {
    private static final List<String> OPT_OUTS = List.of("SaleOptOut", "SharingOptOut", "TargetedAdvertisingOptOut");
    private static final String USP_SALE = "OptOutSale";
    private static final String KNOWN_CHILD = "KnownChildSensitiveDataConsents";
    private static final String PERSONAL_DATA = "PersonalDataConsents";

    private UsSections() {}

    static void read(GppModel model, int section, GppConsent.Builder into) {
        String name = model.getSection(section).getName();
        for (String field : OPT_OUTS) {
            if (model.hasField(section, field)) {
                into.optOut(name + "." + field, OptOut.ofNumber((Integer) model.getFieldValue(section, field)));
            }
        }
        if (model.hasField(section, USP_SALE)) {
            into.optOut(name + "." + USP_SALE, OptOut.ofLetter((Character) model.getFieldValue(section, USP_SALE)));
            into.usPrivacy(model.encodeSection(section));
        }
        if (model.hasField(section, KNOWN_CHILD)) {
            into.knownChild(name, knownChild(model.getFieldValue(section, KNOWN_CHILD)));
        }
        if (model.hasField(section, PERSONAL_DATA)) {
            into.personalDataConsents((Integer) model.getFieldValue(section, PERSONAL_DATA));
        }
        if (model.hasField(section, "Gpc")) {
            into.gpc(Boolean.TRUE.equals(model.getFieldValue(section, "Gpc")));
        }
    }

    /** Some states have one number, others a list by age. */
    private static List<Integer> knownChild(Object value) {
        return value instanceof List<?> numbers
                ? numbers.stream().map(Integer.class::cast).toList()
                : List.of((Integer) value);
    }
}
