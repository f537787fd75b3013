package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.notices.Notices.PurposeView;
import dev.aisle.privacy.consent.notices.Notices.PurposesView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows by which table is decided. It is changed by a file, the same for all services, and never by a call to one of them. */
@Path("/v1")
@NonBlocking
class RulesResource {
    private final ConsentRules rules;

    RulesResource(ConsentRules rules) {
        this.rules = rules;
    }

    @GET
    @Path("/purposes")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.AUDITOR})
    public PurposesView purposes() {
        Map<String, PurposeView> views = new LinkedHashMap<>();
        for (Purpose purpose : Purpose.values()) {
            views.put(purpose.wireName(), PurposeView.of(purpose, rules));
        }
        return new PurposesView(rules.fingerprint(), views);
    }

    @GET
    @Path("/consent-rules")
    @Produces("text/csv")
    @RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
    public Response table() {
        return Response.ok(rules.text()).tag(rules.fingerprint()).build();
    }
}
