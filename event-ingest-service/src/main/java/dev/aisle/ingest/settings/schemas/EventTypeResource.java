package dev.aisle.ingest.settings.schemas;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;

/** What the events carry that every shop sends: read out of the tables that the door itself goes by. */
@Path("/v1/event-types")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OPERATOR, Role.STOREFRONT, Role.MARKETER, Role.ANALYST, Role.PRIVACY_OFFICER})
class EventTypeResource {
    private static final List<EventTypeView> ALL = Stream.of(EventType.values())
            .filter(type -> type != EventType.EVENT_TYPE_UNSPECIFIED
                    && type != EventType.CUSTOM
                    && type != EventType.UNRECOGNIZED)
            .map(EventTypeView::of)
            .toList();

    record TypeList(List<EventTypeView> eventTypes) {}

    @GET
    public TypeList list() {
        return new TypeList(ALL);
    }
}
