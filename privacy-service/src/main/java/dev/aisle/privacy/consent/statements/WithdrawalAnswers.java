package dev.aisle.privacy.consent.statements;

import dev.aisle.privacy.consent.enforcement.Effect;
import dev.aisle.privacy.consent.enforcement.Effect.InForce;
import dev.aisle.privacy.consent.enforcement.Effect.Propagating;
import dev.aisle.privacy.consent.enforcement.WithdrawalView;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.List;

/** Answers to what takes consent back: done when it is in force everywhere, accepted with an address before. */
final class WithdrawalAnswers {
    private WithdrawalAnswers() {}

    /** The version is that of the subject's consent; the withdrawal may be an earlier one, repeated. */
    static Response toDelete(String pseudonym, long version, Effect effect, List<Stay> stays) {
        return started(pseudonym, effect, Response.Status.OK)
                .tag("v" + version)
                .entity(WithdrawalView.of(pseudonym, effect).ofVersion(version, stays))
                .build();
    }

    static Response toConsent(ConsentReceipt receipt, Effect effect, Response.Status inForce) {
        return started(receipt.subject(), effect, inForce)
                .tag("v" + receipt.version())
                .entity(receipt)
                .build();
    }

    private static ResponseBuilder started(String pseudonym, Effect effect, Response.Status inForce) {
        return switch (effect) {
            case InForce ignored -> Response.status(inForce);
            case Propagating propagating ->
                Response.accepted().location(URI.create(WithdrawalView.address(pseudonym, propagating.version())));
        };
    }
}
