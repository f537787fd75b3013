package dev.aisle.algorithms.privacy.signals;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.GppSignal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a GPP string says.
 *
 * @param sections the sections by id: 2 tcfeuv2, 5 tcfcav1, 6 uspv1, 7 usnat, 8 usca, from 9 on other states
 * @param optOuts by section and field, such as {@code usnat.SaleOptOut}
 * @param children what is known about the person's age
 * @param gpc whether any section embeds a Global Privacy Control signal
 * @param details what decides nothing and is shown
 */
public record GppConsent(
        List<Integer> sections, Map<String, OptOut> optOuts, Children children, boolean gpc, Details details) {
    /** Copies what could change. */
    public GppConsent {
        sections = List.copyOf(sections);
        optOuts = Map.copyOf(optOuts);
    }

    /**
     * The fields {@code KnownChildSensitiveDataConsents} by section: of 13 to 15 years, under 13, in the national section 16 to 17; 0 is
     * no knowledge, 1 no consent, 2 consent.
     */
    public record Children(Map<String, List<Integer>> known) {
        /** Copies what could change. */
        public Children {
            known = Map.copyOf(known);
        }

        /** The youngest band that a section speaks about; nobody is made older by a signal. */
        public Optional<AgeBand> ageBand() {
            return known.entrySet().stream()
                    .flatMap(entry -> bands(entry.getValue()).stream())
                    .min(AgeBand::compareTo);
        }

        /** A single number doesn't say which age: the younger is taken. */
        private static List<AgeBand> bands(List<Integer> known) {
            List<AgeBand> bands = new ArrayList<>();
            for (int i = 0; i < known.size(); i++) {
                if (known.get(i) != 0) {
                    bands.add(i == 1 || known.size() == 1 ? AgeBand.CHILD : AgeBand.TEEN);
                }
            }
            return bands;
        }
    }

    /** The TC string of the European section, the USPrivacy string, the field {@code PersonalDataConsents}. */
    public record Details(
            Optional<TcfConsent> tcf, Optional<String> usPrivacy, Optional<Integer> personalDataConsents) {}

    /**
     * What the string says by these fields, any of which may opt out. The embedded Global Privacy Control opts out of all of them.
     *
     * @param fields such as {@code usnat.SaleOptOut}, or {@code *.SaleOptOut} for every section
     */
    public GppSignal signal(Collection<String> fields) {
        boolean opted = gpc && !fields.isEmpty();
        boolean asked = false;
        for (Map.Entry<String, OptOut> said : optOuts.entrySet()) {
            if (fields.contains(said.getKey()) || fields.contains("*" + fieldOf(said.getKey()))) {
                opted |= said.getValue() == OptOut.OPTED_OUT;
                asked |= said.getValue() == OptOut.NOT_OPTED_OUT;
            }
        }
        if (opted) {
            return GppSignal.OPTED_OUT;
        }
        return asked ? GppSignal.NOT_OPTED_OUT : GppSignal.ABSENT;
    }

    private static String fieldOf(String key) {
        return key.substring(key.indexOf('.'));
    }

    /** Collects section by section. */
    static final class Builder {
        private final List<Integer> sections;
        private final Map<String, OptOut> optOuts = new HashMap<>();
        private final Map<String, List<Integer>> knownChild = new TreeMap<>();
        private boolean gpc;
        private @Nullable TcfConsent tcf;
        private @Nullable String usPrivacy;
        private @Nullable Integer personalDataConsents;

        Builder(List<Integer> sections) {
            this.sections = sections;
        }

        void optOut(String field, OptOut value) {
            optOuts.put(field, value);
        }

        void knownChild(String section, List<Integer> known) {
            knownChild.put(section, known);
        }

        void gpc(boolean set) {
            gpc |= set;
        }

        void tcf(TcfConsent consent) {
            tcf = consent;
        }

        void usPrivacy(String text) {
            usPrivacy = text;
        }

        void personalDataConsents(int value) {
            personalDataConsents = value;
        }

        GppConsent build() {
            return new GppConsent(
                    sections,
                    optOuts,
                    new Children(knownChild),
                    gpc,
                    new Details(
                            Optional.ofNullable(tcf),
                            Optional.ofNullable(usPrivacy),
                            Optional.ofNullable(personalDataConsents)));
        }
    }
}
