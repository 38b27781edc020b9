def show(answer):
    for hook in answer["customExtensionStageSettings"]:
        print(hook["stage"])
