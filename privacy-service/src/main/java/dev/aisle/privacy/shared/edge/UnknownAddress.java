package dev.aisle.privacy.shared.edge;

import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.Response;

/** The answer to who names somebody by an address under which nothing is kept. */
public final class UnknownAddress {
    private UnknownAddress() {}

    /** Says how the person can be named, and never the address. */
    public static Response answer() {
        return Problems.unprocessable(
                "unknown-address",
                "subject",
                "nothing is kept under this address, and the vault can't be searched for whose it is;"
                        + " name the customer (customer_id:…) or the pseudonym");
    }
}
