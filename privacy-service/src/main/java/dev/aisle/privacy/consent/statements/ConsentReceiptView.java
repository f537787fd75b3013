package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.consent.notices.Notice;
import dev.aisle.privacy.consent.statements.ReadConsent.Receipted;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.Statement;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A consent record and receipt as JSON-LD.
 *
 * @see <a href="https://w3id.org/dpv/guides/consent-27560">ISO/IEC TS 27560:2023 in the profile of the W3C Data Privacy Vocabulary</a>
 */
final class ConsentReceiptView {
    private static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#";

    private final ControllerConfig controller;
    private final ConsentRules rules;

    ConsentReceiptView(ControllerConfig controller, ConsentRules rules) {
        this.controller = controller;
        this.rules = rules;
    }

    /** The receipt, with the record in it. */
    Map<String, Object> of(String pseudonym, Receipted receipted, List<Stay> stays, Instant now) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("@context", "https://w3id.org/dpv");
        receipt.put("@type", "dpv:ConsentReceipt");
        receipt.put("dct:conformsTo", SCHEMA + "receipt");
        receipt.put("dct:identifier", receiptId(receipted.latest().receiptId()).toString());
        receipt.put("dct:created", now.toString());
        Map<String, Object> record = record(pseudonym, receipted, now);
        record.put(
                "dpv:hasStorageCondition",
                stays.stream().map(ConsentReceiptView::storage).toList());
        receipt.put("dpv:hasRecordOfActivity", record);
        return receipt;
    }

    /** The id of a version names the change; its receipt has one of its own, the same at each reading, in the form of version 4. */
    private static UUID receiptId(UUID change) {
        return new UUID(
                change.getMostSignificantBits() ^ (0x27560L << 16),
                change.getLeastSignificantBits() ^ 0x0fff_ffff_ffff_ffffL);
    }

    private Map<String, Object> record(String pseudonym, Receipted receipted, Instant now) {
        ConsentSnapshot state = receipted.latest().snapshot();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@type", "dpv:ConsentRecord");
        record.put("dct:conformsTo", SCHEMA + "record");
        record.put("dct:identifier", receipted.recordId().toString());
        record.put("dct:hasVersion", "v" + state.version());
        record.put("dpv:hasDataSubject", pseudonym);
        record.put("dpv:hasNotice", notice(state, receipted));
        record.put("dct:language", language(receipted));
        record.put("dpv:hasJurisdiction", orUnknown(state.circumstances().jurisdiction()));
        record.put("dpv:hasDataController", controller());
        record.put("dpv:hasRecipient", controller.recipients());
        record.put(
                "dpv:hasRight",
                List.of(
                        "eu-gdpr:A7-3",
                        "eu-gdpr:A15",
                        "eu-gdpr:A16",
                        "eu-gdpr:A17",
                        "eu-gdpr:A18",
                        "eu-gdpr:A20",
                        "eu-gdpr:A21"));
        record.put(
                "dpv:hasProcess",
                state.statements().entrySet().stream()
                        .map(said -> process(pseudonym, said.getKey(), said.getValue(), receipted, now))
                        .toList());
        return record;
    }

    /** What is kept whatever was refused, why and until when. */
    private static Map<String, Object> storage(Stay stay) {
        Map<String, Object> storage = new LinkedHashMap<>();
        storage.put("@type", "dpv:StorageCondition");
        storage.put("dct:source", stay.service());
        storage.put("dct:title", String.join(", ", stay.sections()));
        storage.put("dct:description", because(stay));
        storage.put("dpv:hasDuration", stay.until() == null ? "dpv:IndeterminateDuration" : "until " + stay.until());
        return storage;
    }

    private static String because(Stay stay) {
        if (stay.because() != null) {
            return stay.why() + ": " + stay.because();
        }
        return stay.purposes().isEmpty() ? stay.why() : stay.why() + ": " + String.join(", ", stay.purposes());
    }

    private static Map<String, Object> notice(ConsentSnapshot state, Receipted receipted) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("@type", "dpv:ConsentNotice");
        notice.put("dct:identifier", orUnknown(state.circumstances().noticeVersion()));
        notice.put("dct:language", language(receipted));
        receipted.notice().ifPresent(known -> {
            notice.put("dct:date", known.publishedAt().toString());
            if (!known.url().isEmpty()) {
                notice.put("dct:source", known.url());
            }
        });
        return notice;
    }

    private Map<String, Object> controller() {
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("@type", "dpv:DataController");
        party.put("dpv:hasName", controller.name());
        party.put("dpv:hasIdentifier", controller.identifier());
        party.put("dpv:hasContact", controller.contact());
        return party;
    }

    private Map<String, Object> process(
            String pseudonym, Purpose purpose, Statement said, Receipted receipted, Instant now) {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("@type", "dpv:Process");
        process.put("dpv:hasPurpose", rules.mapping(purpose).dpv());
        process.put("dct:title", purpose.wireName());
        process.put("dpv:hasPersonalData", controller.personalData());
        process.put("dpv:hasLegalBasis", "dpv:ExpressedConsent");
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("dct:description", "The subject, or who acts for it, changes or withdraws it at any time");
        change.put("dct:source", "/v1/consents/" + pseudonym + "/" + purpose.wireName());
        process.put("dpv:hasConsentControl", change);
        process.put("dpv:hasStatus", List.of(status(pseudonym, said, receipted, now)));
        return process;
    }

    private static Map<String, Object> status(String pseudonym, Statement said, Receipted receipted, Instant now) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("@type", term(said, now));
        status.put("dct:date", said.at().toString());
        status.put("dpv:hasDuration", duration(said, receipted));
        status.put("dpv:isIndicatedBy", pseudonym);
        status.put("dpv:hasIndicationMethod", receipted.latest().method());
        return status;
    }

    private static String duration(Statement said, Receipted receipted) {
        return said.until() == null
                ? "dpv:IndeterminateDuration"
                : receipted.notice().map(Notice::validFor).map(Object::toString).orElse("until " + said.until());
    }

    private static String term(Statement said, Instant now) {
        return switch (said.statusAt(now)) {
            case GRANT, GRANT_PARENTAL, GRANT_DESPITE_GPC -> "dpv:ConsentGiven";
            case DENY -> "dpv:ConsentRefused";
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case EXPIRED -> "dpv:ConsentExpired";
            case NONE -> "dpv:ConsentUnknown";
        };
    }

    private static String language(Receipted receipted) {
        return receipted.notice().map(Notice::language).orElse("und");
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? "unknown" : text;
    }
}
