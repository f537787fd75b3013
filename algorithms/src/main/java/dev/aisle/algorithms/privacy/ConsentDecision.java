package dev.aisle.algorithms.privacy;

import static dev.aisle.algorithms.privacy.ConsentReason.*;

import java.util.Set;

/**
 * Whether data may be used for a purpose, and why. The rules in order, the first that applies wins: necessary, suppressed, explicit deny or
 * withdrawn, GPC, GPP, minor, TCF, explicit grant, expired, default of the jurisdiction. A proposal for the configured purposes, not legal
 * advice.
 *
 * @param allowed whether the use is allowed
 * @param reason the reason, which also names the rule
 */
public record ConsentDecision(boolean allowed, ConsentReason reason) {
    /** Jurisdictions where silence is no refusal for most purposes. Everywhere else, known or not, silence denies. */
    private static final Set<String> OPT_OUT = Set.of("US-CA", "US-CO", "US-CT", "US-TX", "US-VA");

    /** Decides. */
    public static ConsentDecision on(ConsentQuestion q) {
        if (q.purpose() == Purpose.NECESSARY) {
            return allow(NECESSARY);
        }
        if (q.suppressed()) {
            return deny(SUBJECT_SUPPRESSED);
        }
        boolean refused = q.explicit() == ExplicitStatus.DENY || q.explicit() == ExplicitStatus.WITHDRAWN;
        return refused ? byStatement(q) : bySignals(q);
    }

    private static ConsentDecision bySignals(ConsentQuestion q) {
        if (q.gpc() && q.purpose().crossesContexts()) {
            return deny(GPC);
        }
        if (q.gpp() == GppSignal.OPTED_OUT && q.purpose().crossesContexts()) {
            return deny(GPP_OPT_OUT);
        }
        return switch (q.ageBand()) {
            case CHILD -> ofChild(q);
            case TEEN -> q.purpose().crossesContexts() ? deny(MINOR_NO_ADS) : byTcf(q);
            case ADULT -> byTcf(q);
        };
    }

    private static ConsentDecision ofChild(ConsentQuestion q) {
        if (q.explicit() != ExplicitStatus.GRANT_PARENTAL) {
            return deny(MINOR_PARENTAL_CONSENT_REQUIRED);
        }
        return q.purpose().crossesContexts() ? deny(MINOR_NO_ADS) : allow(PARENTAL_GRANT);
    }

    /** A TCF string can refuse against a grant and can grant where nothing was said; it can't renew what expired. */
    private static ConsentDecision byTcf(ConsentQuestion q) {
        Set<Integer> needed = q.purpose().tcfPurposes();
        if (q.tcf().isEmpty() || needed.isEmpty()) {
            return byStatement(q);
        }
        if (!q.tcf().get().containsAll(needed)) {
            return deny(TCF_MISSING);
        }
        return q.explicit() == ExplicitStatus.NONE ? allow(TCF_GRANT) : byStatement(q);
    }

    private static ConsentDecision byStatement(ConsentQuestion q) {
        boolean optOut = OPT_OUT.contains(q.jurisdiction());
        return switch (q.explicit()) {
            case GRANT, GRANT_PARENTAL -> allow(EXPLICIT_GRANT);
            case EXPIRED -> optOut ? allow(JURISDICTION_DEFAULT_OPT_OUT) : deny(EXPIRED);
            case DENY -> deny(EXPLICIT_DENY);
            case WITHDRAWN -> deny(EXPLICIT_WITHDRAWN);
            case NONE -> optOut ? allow(JURISDICTION_DEFAULT_OPT_OUT) : deny(JURISDICTION_DEFAULT_OPT_IN);
        };
    }

    private static ConsentDecision allow(ConsentReason reason) {
        return new ConsentDecision(true, reason);
    }

    private static ConsentDecision deny(ConsentReason reason) {
        return new ConsentDecision(false, reason);
    }
}
