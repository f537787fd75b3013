package dev.aisle.profile.models.edge;

import dev.aisle.profile.models.domain.Model;
import dev.aisle.profile.models.domain.Parameters;
import java.time.Instant;

/**
 * A model as its reader sees it.
 *
 * @param people about how many it rests on
 */
record ModelView(String kind, long version, Instant fittedAt, long people, Parameters parameters) {
    static ModelView of(Model model) {
        return new ModelView(
                model.kind().label(), model.version(), model.fittedAt(), model.people(), model.parameters());
    }
}
