package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.domain.PersonEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Everything that is kept of a person, whatever it may be used for now: it is for the person. */
@ApplicationScoped
public class ExportEvents {
    private final WholePeople whole;

    ExportEvents(WholePeople whole) {
        this.whole = whole;
    }

    /** The events; none of somebody unknown. */
    public PersonEvents of(String pseudonym) {
        return whole.underEach(List.of(pseudonym)).getOrDefault(pseudonym, PersonEvents.NONE);
    }
}
