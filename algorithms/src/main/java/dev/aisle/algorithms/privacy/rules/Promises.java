package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.function.Consumer;

/** What no table may break. Every situation there is gets asked; a rule that allows what may not be is named by its line. */
final class Promises {
    private final ConsentRules rules;

    private Promises(ConsentRules rules) {
        this.rules = rules;
    }

    /** Refuses a table that breaks one. */
    static void check(ConsentRules rules) {
        everySituation(rules, new Promises(rules)::check);
    }

    /** All situations that a table can tell apart. */
    private static void everySituation(ConsentRules rules, Consumer<Situation> each) {
        for (Purpose purpose : Purpose.values()) {
            for (ExplicitStatus explicit : ExplicitStatus.values()) {
                for (AgeBand age : AgeBand.values()) {
                    for (String jurisdiction : rules.jurisdictions()) {
                        everySignal((tcf, gpp, flags) -> each.accept(new Situation(
                                purpose, explicit, (flags & 1) != 0, tcf, gpp, age, (flags & 2) != 0, jurisdiction)));
                    }
                }
            }
        }
    }

    private static void everySignal(SignalConsumer each) {
        for (Situation.Tcf tcf : Situation.Tcf.values()) {
            for (GppSignal gpp : GppSignal.values()) {
                for (int flags = 0; flags < 4; flags++) {
                    each.accept(tcf, gpp, flags);
                }
            }
        }
    }

    /** Takes what a browser can say; the bits of {@code flags} are Global Privacy Control and whether the person is suppressed. */
    private interface SignalConsumer {
        void accept(Situation.Tcf tcf, GppSignal gpp, int flags);
    }

    private void check(Situation s) {
        if (s.purpose() == Purpose.NECESSARY) {
            demand(rules.rule(s).decision().allowed(), s, "necessary must always be allowed");
            return;
        }
        if (!rules.rule(s).decision().allowed()) {
            return;
        }
        boolean refused = s.explicit() == ExplicitStatus.DENY || s.explicit() == ExplicitStatus.WITHDRAWN;
        boolean crosses = rules.mapping(s.purpose()).crossesContexts();
        demand(!s.suppressed(), s, "a suppressed person must be denied");
        demand(!refused, s, "what a person refused must be denied");
        boolean asked = s.explicit() == ExplicitStatus.GRANT_DESPITE_GPC;
        demand(!(s.gpc() && crosses) || asked, s, "Global Privacy Control must deny what crosses contexts");
        demand(!(crosses && s.age() != AgeBand.ADULT), s, "minors must be denied what crosses contexts");
        demand(
                s.age() != AgeBand.CHILD || s.explicit() == ExplicitStatus.GRANT_PARENTAL,
                s,
                "a child must be denied without a parent's yes");
        demandNoWidening(s);
    }

    /** The same situation without the signal, or in a known jurisdiction, must be allowed as well. */
    private void demandNoWidening(Situation s) {
        Situation quiet = new Situation(
                s.purpose(), s.explicit(), false, s.tcf(), s.gpp(), s.age(), s.suppressed(), s.jurisdiction());
        demandAllowed(quiet, s, "Global Privacy Control must not widen");
        if (s.gpp() == GppSignal.OPTED_OUT || s.gpp() == GppSignal.MALFORMED) {
            Situation unsaid = new Situation(
                    s.purpose(),
                    s.explicit(),
                    s.gpc(),
                    s.tcf(),
                    GppSignal.ABSENT,
                    s.age(),
                    s.suppressed(),
                    s.jurisdiction());
            demandAllowed(unsaid, s, "an opt-out or a malformed string must not widen");
        }
        if (Jurisdictions.OTHERS.equals(s.jurisdiction())) {
            for (String known : rules.jurisdictions()) {
                Situation there = new Situation(
                        s.purpose(), s.explicit(), s.gpc(), s.tcf(), s.gpp(), s.age(), s.suppressed(), known);
                demandAllowed(there, s, "an unknown jurisdiction must be the strictest");
            }
        }
    }

    private void demandAllowed(Situation other, Situation s, String promise) {
        demand(rules.rule(other).decision().allowed(), s, promise);
    }

    private void demand(boolean kept, Situation s, String promise) {
        if (!kept) {
            throw new InvalidRulesException(rules.rule(s).line(), promise + "; this rule decides otherwise for " + s);
        }
    }
}
