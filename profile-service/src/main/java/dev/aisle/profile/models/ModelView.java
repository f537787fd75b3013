package dev.aisle.profile.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as its reader sees it.
 *
 * @param people about how many it rests on
 * @param parameters of a forecast, which is made of numbers with the guard's noise; those of other kinds are fitted to exact numbers and shown to nobody
 * @param unreadable why they can't; not there when they can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        String kind,
        long version,
        Instant fittedAt,
        long people,
        Parameters.@Nullable Demand parameters,
        @Nullable String unreadable) {
    static ModelView of(StoredModel stored) {
        return switch (stored) {
            case Model model ->
                view(model, model.parameters() instanceof Parameters.Demand forecast ? forecast : null, null);
            case UnreadableModel model -> view(model, null, model.reason());
        };
    }

    private static ModelView view(
            StoredModel model, Parameters.@Nullable Demand parameters, @Nullable String unreadable) {
        return new ModelView(
                model.kind().label(), model.version(), model.fittedAt(), model.people(), parameters, unreadable);
    }
}
