package org.anshe.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.anshe.paper.internal.QuestionRate;
import org.anshe.paper.internal.VerifyPaper;
import org.anshe.shared.OpenTo;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells anybody who scanned the code of a paper whether it is genuine. */
@RestController
class VerificationController {

    private final VerifyPaper verifying;
    private final QuestionRate rate;

    VerificationController(VerifyPaper verifying, QuestionRate rate) {
        this.verifying = verifying;
        this.rate = rate;
    }

    @GetMapping("/api/paper-verifications/{token}")
    @OpenTo(OpenTo.Audience.EVERYBODY)
    @Operation(
            summary = "Whether a paper is genuine, by the code on it",
            description =
                    "Open to everybody and limited by address. Says nothing about persons; an unknown code is 404.")
    ResponseEntity<VerifyPaper.Verification> verify(HttpServletRequest request, @PathVariable String token) {
        rate.take(request.getRemoteAddr());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(verifying.verify(token));
    }
}
