package dev.aisle.privacy.rights.opendsr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** OpenDSR's messages in the bytes in which they are signed and sent. */
@ApplicationScoped
public class OpenDsrMessages {
    private final ObjectMapper json;
    private final OpenDsrConfig config;

    OpenDsrMessages(ObjectMapper json, OpenDsrConfig config) {
        this.json = json;
        this.config = config;
    }

    /** What we support (6.3). */
    public byte[] discovery() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("api_version", "2.0");
        message.put(
                "supported_identities",
                List.of(
                        identity("controller_customer_id", "raw"),
                        identity("email", "raw"),
                        identity("controller_customer_id", "sha256"),
                        identity("email", "sha256")));
        message.put("supported_subject_request_types", List.of("access", "portability", "erasure"));
        message.put("processor_certificate", base() + "/v2/certificate");
        return bytes(message);
    }

    /** The answer to a request (7.3). The request is in it as it came, so nobody may log this. */
    public byte[] receipt(OpenDsrState state, byte[] request) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("controller_id", config.controllerId());
        message.put("expected_completion_time", state.expectedAt().toString());
        message.put("received_time", state.receivedAt().toString());
        message.put("encoded_request", Base64.getEncoder().encodeToString(request));
        message.put("subject_request_id", state.id().toString());
        return bytes(message);
    }

    /** How far it is (8.3). */
    public byte[] status(OpenDsrState state) {
        Map<String, Object> message = progress(state, state.status());
        message.put("api_version", state.apiVersion());
        return bytes(message);
    }

    /** That it has changed (8.6). */
    public byte[] callback(OpenDsrState state, String url, RequestStatus status) {
        Map<String, Object> message = progress(state, status);
        message.put("status_callback_url", url);
        return bytes(message);
    }

    /** That it won't run (9.2). */
    public byte[] cancellation(UUID id, String apiVersion, Instant receivedAt) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("controller_id", config.controllerId());
        message.put("subject_request_id", id.toString());
        message.put("received_time", receivedAt.toString());
        message.put("api_version", apiVersion);
        return bytes(message);
    }

    private Map<String, Object> progress(OpenDsrState state, RequestStatus status) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("controller_id", config.controllerId());
        message.put("expected_completion_time", state.expectedAt().toString());
        message.put("subject_request_id", state.id().toString());
        message.put("request_status", status.wireName());
        if (status == RequestStatus.COMPLETED) {
            message.put("results_url", base() + "/v2/requests/" + state.id() + "/parts");
            message.put("results_count", state.matched());
        }
        return message;
    }

    private String base() {
        return "https://" + config.processorDomain();
    }

    private static Map<String, String> identity(String type, String format) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("identity_type", type);
        identity.put("identity_format", format);
        return identity;
    }

    private byte[] bytes(Map<String, Object> message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of texts can be written", e);
        }
    }
}
