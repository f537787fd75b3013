package dev.aisle.privacy.request.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.request.domain.RequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The details of a request as they are kept. */
@ApplicationScoped
class DetailsText {
    private final ObjectMapper json;

    DetailsText(ObjectMapper json) {
        this.json = json;
    }

    /** The form in the database: purposes by their names on the wire. */
    record Kept(List<String> purposes, Map<String, String> corrections) {}

    String write(RequestDetails details) {
        try {
            return json.writeValueAsString(
                    new Kept(details.purposes().stream().map(Purpose::wireName).toList(), details.corrections()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details are texts and can be written", e);
        }
    }

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
