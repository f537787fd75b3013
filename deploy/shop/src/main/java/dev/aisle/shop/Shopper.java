package dev.aisle.shop;

import dev.aisle.shop.gateway.Subject;
import dev.aisle.simulator.Regular;
import java.util.Arrays;
import java.util.Optional;

/** Whoever can be logged in: the regulars of the simulated shop. */
enum Shopper {
    ANNA("anna", Regular.ANNA),
    LI("li", Regular.LI);

    private final String alias;
    private final Regular regular;

    Shopper(String alias, Regular regular) {
        this.alias = alias;
        this.regular = regular;
    }

    static Optional<Shopper> of(String alias) {
        return Arrays.stream(values())
                .filter(shopper -> shopper.alias.equals(alias))
                .findFirst();
    }

    /** In forms. */
    String alias() {
        return alias;
    }

    /** The id under which the shop sends what the person does. */
    String customer() {
        return regular.id();
    }

    Subject subject() {
        return Subject.customer(regular.id());
    }

    String title() {
        return regular.title();
    }
}
