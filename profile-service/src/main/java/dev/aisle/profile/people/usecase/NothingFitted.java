package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.values.domain.Fitted;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Where nobody fits models: values that need one are absent. */
@ApplicationScoped
@DefaultBean
class NothingFitted implements FittedParameters {
    @Override
    public Fitted now() {
        return Fitted.NOTHING;
    }

    @Override
    public void renew() {
        // There is nothing to look for.
    }
}
