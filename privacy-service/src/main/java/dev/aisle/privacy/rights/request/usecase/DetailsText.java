package dev.aisle.privacy.rights.request.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.rights.request.domain.CorrectableField;
import dev.aisle.privacy.rights.request.domain.RequestDetails;
import dev.aisle.privacy.vault.traits.CorrectTraits;
import dev.aisle.privacy.vault.traits.VaultField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The details of a request as they are kept. */
@ApplicationScoped
class DetailsText {
    private final ObjectMapper json;
    private final CorrectTraits correctTraits;

    DetailsText(ObjectMapper json, CorrectTraits correctTraits) {
        this.json = json;
        this.correctTraits = correctTraits;
    }

    /** The form in the database: purposes by their names on the wire. */
    record Kept(List<String> purposes, Map<String, String> corrections) {}

    /** What would identify the person is sealed under the person's key. The caller holds the subject. */
    String write(Pseudonym subject, RequestDetails details) {
        return text(details, (field, value) -> correctTraits.seal(subject, field, value));
    }

    /** The same for the person's new pseudonym, while the key of the old one is there. The caller holds both. */
    String move(Pseudonym old, Pseudonym now, String text) {
        RequestDetails details = read(text);
        return details.corrections().isEmpty()
                ? text
                : text(details, (field, kept) -> correctTraits.sealAgain(old, now, field, kept));
    }

    private String text(RequestDetails details, BiFunction<VaultField, String, String> inVault) {
        Map<String, String> corrections = new HashMap<>(details.corrections());
        corrections.replaceAll((name, value) -> CorrectableField.inVault(name)
                .map(field -> inVault.apply(field, value))
                .orElse(value));
        try {
            return json.writeValueAsString(
                    new Kept(details.purposes().stream().map(Purpose::wireName).toList(), corrections));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details are texts and can be written", e);
        }
    }

    /** The details; corrections of the vault are sealed still. */
    RequestDetails read(String text) {
        if ("{}".equals(text)) {
            return RequestDetails.NONE;
        }
        try {
            Kept kept = json.readValue(text, Kept.class);
            return new RequestDetails(
                    kept.purposes().stream()
                            .flatMap(name -> Purpose.ofWireName(name).stream())
                            .toList(),
                    kept.corrections());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of a request can't be read", e);
        }
    }
}
