package dev.aisle.privacy.rights.opendsr;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of a signed body (8.3), under their names of today and those of before (10.1). */
public final class SignedHeaders {
    private SignedHeaders() {}

    /** The headers of this body. */
    public static Map<String, String> of(ProcessorIdentity identity, byte[] body) {
        String signature = identity.sign(body);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : new String[] {"OpenDSR", "OpenGDPR"}) {
            headers.put("X-" + name + "-Processor-Domain", identity.domain());
            headers.put("X-" + name + "-Signature", signature);
        }
        return headers;
    }
}
