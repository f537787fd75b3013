package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import dev.aisle.privacy.shared.datamap.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes receipts of consents: what was said, and what is kept whatever was refused. */
@Singleton
public class ConsentReceipts {
    private final ReadConsent readConsent;
    private final ReadStays readStays;
    private final ConsentReceiptView view;

    ConsentReceipts(ReadConsent readConsent, ReadStays readStays, ControllerConfig controller, ConsentRules rules) {
        this.readConsent = readConsent;
        this.readStays = readStays;
        this.view = new ConsentReceiptView(controller, rules);
    }

    /** The receipt as JSON-LD; empty when nothing was ever said. */
    public Optional<Map<String, Object>> of(String pseudonym) {
        Pseudonym subject = new Pseudonym(pseudonym);
        return readConsent
                .receipt(subject)
                .map(receipted -> view.of(pseudonym, receipted, readStays.of(subject), Instant.now()));
    }

    /** What is kept, why and until when, in the words of a language. */
    public List<Stay> stays(String pseudonym, Words words) {
        return words.told(readStays.of(new Pseudonym(pseudonym)));
    }
}
