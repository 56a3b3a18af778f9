package org.anshe.register.internal.type;

import java.util.List;
import org.anshe.register.internal.type.FieldReader.Unfit;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;

/** What every object has besides its fields, area and unit, in stored form. */
public record CommonMembers(
        String name,
        @Nullable String address,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String contactName,
        @Nullable String contactPhone) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_CONTACT = 50;

    /** Reads them; what is wrong is added to the errors. */
    public static CommonMembers read(
            @Nullable String name,
            @Nullable String address,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String contactName,
            @Nullable String contactPhone,
            List<FieldError> errors) {
        String cleanName = text("/name", name, LONGEST_NAME, errors);
        if (cleanName == null) {
            errors.add(new FieldError("/name", "required"));
        }
        if ((longitude == null) != (latitude == null)) {
            errors.add(new FieldError(longitude == null ? "/longitude" : "/latitude", "required"));
        }
        degrees("/longitude", longitude, 180, errors);
        degrees("/latitude", latitude, 90, errors);
        String contact = text("/contactName", contactName, LONGEST_CONTACT, errors);
        if (contact != null && contact.indexOf('*') >= 0) {
            errors.add(new FieldError("/contactName", "masked"));
        }
        return new CommonMembers(
                cleanName == null ? "" : cleanName,
                text("/address", address, LONGEST_ADDRESS, errors),
                longitude,
                latitude,
                contact,
                phone(contactPhone, errors));
    }

    private static @Nullable String text(String pointer, @Nullable String text, int longest, List<FieldError> errors) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > longest) {
            errors.add(new FieldError(pointer, "length"));
        }
        if (!PlainText.isStorable(clean)) {
            errors.add(new FieldError(pointer, "format"));
        }
        return clean.isEmpty() ? null : clean;
    }

    private static void degrees(String pointer, @Nullable Double value, double most, List<FieldError> errors) {
        if (value != null && !(Math.abs(value) <= most)) {
            errors.add(new FieldError(pointer, "range"));
        }
    }

    private static @Nullable String phone(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.indexOf('*') >= 0) {
            errors.add(new FieldError("/contactPhone", "masked"));
            return null;
        }
        try {
            return FieldReader.phone(text.strip());
        } catch (Unfit unfit) {
            errors.add(new FieldError("/contactPhone", unfit.code()));
            return null;
        }
    }
}
