package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignState;
import org.anshe.campaign.internal.CampaignView;
import org.anshe.campaign.internal.ChangeCampaign;
import org.anshe.campaign.internal.ChangeStages;
import org.anshe.campaign.internal.CreateCampaign;
import org.anshe.campaign.internal.ShowCampaign;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns and their stages. */
@RestController
class CampaignController {

    private final CreateCampaign create;
    private final ChangeCampaign change;
    private final ChangeStages stages;
    private final ShowCampaign show;

    CampaignController(CreateCampaign create, ChangeCampaign change, ChangeStages stages, ShowCampaign show) {
        this.create = create;
        this.change = change;
        this.stages = stages;
        this.show = show;
    }

    record NewCampaign(
            @NotNull UUID id,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 2000) String summary,
            @NotNull AreaKey area,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record CampaignChange(
            @NotNull Integer version,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 2000) String summary,
            @Nullable UUID leadUnitId,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record Versioned(@NotNull Integer version) {}

    record Close(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    record StageFacts(
            @NotNull Integer version,
            @NotBlank @Size(max = 200) String name,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    @GetMapping("/api/campaigns")
    @RequiresPermission("campaign.view")
    @Operation(summary = "Campaigns the caller may see, newest first, with how far they have come")
    Page<CampaignView.Listed> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable CampaignState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean slipping) {
        return show.list(caller, state, q, slipping, page);
    }

    @PostMapping("/api/campaigns")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a campaign by hand; it is a draft until it is started")
    void create(Caller caller, @Valid @RequestBody NewCampaign given) {
        create.create(
                caller,
                new CreateCampaign.NewCampaign(
                        given.id(),
                        given.title(),
                        given.summary(),
                        given.area(),
                        given.leadUnitId(),
                        given.startsOn(),
                        given.endsOn()));
    }

    @GetMapping("/api/campaigns/{id}")
    @RequiresPermission("campaign.view")
    @Operation(summary = "A campaign with stages, topics, tasks, duties, targets and months")
    CampaignView get(Caller caller, @PathVariable UUID id) {
        return show.show(caller, id);
    }

    @GetMapping("/api/campaigns/{id}/document")
    @RequiresPermission("campaign.view")
    @Operation(summary = "The text of the document the campaign came from")
    CampaignView.Document document(Caller caller, @PathVariable UUID id) {
        return show.document(caller, id);
    }

    @PutMapping("/api/campaigns/{id}")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes title, lead unit and span")
    void change(Caller caller, @PathVariable UUID id, @Valid @RequestBody CampaignChange given) {
        change.change(
                caller,
                id,
                given.version(),
                new ChangeCampaign.Facts(
                        given.title(), given.summary(), given.leadUnitId(), given.startsOn(), given.endsOn()));
    }

    @PostMapping("/api/campaigns/{id}/start")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Starts a draft: its dated tasks and duties enter the calendar")
    void start(Caller caller, @PathVariable UUID id, @Valid @RequestBody Versioned given) {
        change.start(caller, id, given.version());
    }

    @PostMapping("/api/campaigns/{id}/close")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes a campaign with a reason; nothing of it falls due any more")
    void close(Caller caller, @PathVariable UUID id, @Valid @RequestBody Close given) {
        change.close(caller, id, given.version(), given.reason());
    }

    @PutMapping("/api/campaigns/{id}/stages/{stageId}")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Adds a stage or changes its name and days")
    void putStage(
            Caller caller, @PathVariable UUID id, @PathVariable UUID stageId, @Valid @RequestBody StageFacts given) {
        stages.put(
                caller,
                id,
                stageId,
                new ChangeStages.Facts(given.version(), given.name(), given.startsOn(), given.endsOn()));
    }

    @DeleteMapping("/api/campaigns/{id}/stages/{stageId}")
    @RequiresPermission("campaign.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraws a stage")
    void withdrawStage(Caller caller, @PathVariable UUID id, @PathVariable UUID stageId, @RequestParam int version) {
        stages.withdraw(caller, id, stageId, version);
    }
}
