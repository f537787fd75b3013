package dev.aisle.privacy.vault.addresses;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.vault.traits.VaultField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which way a message reaches somebody. */
enum Channel {
    EMAIL(VaultField.EMAIL),
    PHONE(VaultField.PHONE),
    PUSH(VaultField.DEVICE_IDS);

    /** All the names, for an answer to somebody who sent another. */
    public static final String NAMES =
            Arrays.stream(values()).map(Channel::wireName).collect(Collectors.joining(", "));

    private final VaultField address;

    Channel(VaultField address) {
        this.address = address;
    }

    /** The field that holds the address. */
    public VaultField address() {
        return address;
    }

    /** The name in bodies. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that name, if there is one. */
    public static Optional<Channel> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(channel -> channel.wireName().equals(name))
                .findFirst();
    }

    /**
     * Whether messages for a purpose go this way. A consent to e-mail is none to a call; what is necessary, such as an order's
     * confirmation, may go any way; the other purposes send nothing.
     */
    public boolean serves(Purpose purpose) {
        return switch (purpose) {
            case NECESSARY -> true;
            case MARKETING_EMAIL -> this == EMAIL;
            case MARKETING_PUSH -> this == PUSH;
            default -> false;
        };
    }
}
