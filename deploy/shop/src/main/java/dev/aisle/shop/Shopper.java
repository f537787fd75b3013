package dev.aisle.shop;

import dev.aisle.shop.gateway.Subject;
import java.util.Arrays;
import java.util.Optional;

/** Whoever can be logged in: two of the simulated customers, with a name. */
enum Shopper {
    ANNA("anna", "c00021", "Anna Berg"),
    LI("li", "c00047", "李伟 Li Wei");

    private final String alias;
    private final String customer;
    private final String title;

    Shopper(String alias, String customer, String title) {
        this.alias = alias;
        this.customer = customer;
        this.title = title;
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
        return customer;
    }

    Subject subject() {
        return Subject.customer(customer);
    }

    String title() {
        return title;
    }
}
