package org.anshe.inspection.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The same words in the three languages of the interface. */
public record LocalText(
        @JsonProperty("zh-CN") @NotBlank @Size(max = 300) String simplified,
        @JsonProperty("zh-Hant") @NotBlank @Size(max = 300) String traditional,
        @JsonProperty("en") @NotBlank @Size(max = 600) String english) {}
